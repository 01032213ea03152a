export { getOwnPhoto as GET } from "@/lib/delegates/handlers";
