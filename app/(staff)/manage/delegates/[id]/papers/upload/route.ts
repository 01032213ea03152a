export { postStatusPaper as POST } from "@/lib/papers/handlers";
