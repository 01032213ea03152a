export { postSheet as POST } from "@/lib/attendances/handlers";
