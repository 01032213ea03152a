export { getList as GET } from "@/lib/attendances/handlers";
