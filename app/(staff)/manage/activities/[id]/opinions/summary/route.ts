export { getSummary as GET } from "@/lib/opinions/handlers";
