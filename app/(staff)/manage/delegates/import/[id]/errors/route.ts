export { getErrors as GET } from "@/lib/roster-imports/handlers";
