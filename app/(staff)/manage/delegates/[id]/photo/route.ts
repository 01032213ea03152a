export { getDelegatePhoto as GET } from "@/lib/delegates/handlers";
