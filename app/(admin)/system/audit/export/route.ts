export { getExport as GET } from "@/lib/audits/handlers";
