export { postExport as POST } from "@/lib/delegates/handlers";
