export { postFile as POST } from "@/lib/activities/file-handlers";
