export { getOwnCertificate as GET } from "@/lib/certificates/handlers";
