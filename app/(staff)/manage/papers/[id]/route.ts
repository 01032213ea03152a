export { getPaper as GET } from "@/lib/papers/handlers";
