export { postOwnPhoto as POST } from "@/lib/delegates/handlers";
