export { postSlips as POST } from "@/lib/delegate-accounts/handlers";
