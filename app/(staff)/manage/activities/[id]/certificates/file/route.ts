export { getCertificates as GET } from "@/lib/trainings/handlers";
