export { postCasePaper as POST } from "@/lib/papers/handlers";
