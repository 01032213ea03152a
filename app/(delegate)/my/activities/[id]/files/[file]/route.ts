export { getFile as GET } from "@/lib/activities/file-handlers";
