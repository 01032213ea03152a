export { postDuties as POST } from "@/lib/duty-imports/handlers";
