export { getDutyTemplate as GET } from "@/lib/duty-imports/handlers";
