export { getTemplate as GET } from "@/lib/roster-imports/handlers";
