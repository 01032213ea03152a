export { getWorkbook as GET } from "@/lib/compositions/handlers";
