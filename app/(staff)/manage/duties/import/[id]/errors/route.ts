export { getDutyErrors as GET } from "@/lib/duty-imports/handlers";
