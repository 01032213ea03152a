export { getProof as GET } from "@/lib/corrections/handlers";
