export { getErrors as GET } from "@/lib/unit-imports/handlers";
