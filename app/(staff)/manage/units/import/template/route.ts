export { getTemplate as GET } from "@/lib/unit-imports/handlers";
