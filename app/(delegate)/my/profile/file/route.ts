export { getOwnFile as GET } from "@/lib/delegates/handlers";
