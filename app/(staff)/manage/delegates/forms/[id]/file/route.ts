export { getBatchZip as GET } from "@/lib/registration-forms/handlers";
