export { postRoster as POST } from "@/lib/roster-imports/handlers";
