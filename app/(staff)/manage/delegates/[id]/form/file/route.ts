export { postForm as POST } from "@/lib/registration-forms/handlers";
