export { postUnits as POST } from "@/lib/unit-imports/handlers";
