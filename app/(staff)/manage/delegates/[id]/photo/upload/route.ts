export { postDelegatePhoto as POST } from "@/lib/delegates/handlers";
