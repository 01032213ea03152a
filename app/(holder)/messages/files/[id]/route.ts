export { getFile as GET } from "@/lib/letters/handlers";
