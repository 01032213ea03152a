export { postDutyPhoto as POST } from "@/lib/duties/handlers";
