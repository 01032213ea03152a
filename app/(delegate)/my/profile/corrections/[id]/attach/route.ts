export { postProof as POST } from "@/lib/corrections/handlers";
