export { postFile as POST } from "@/lib/letters/handlers";
