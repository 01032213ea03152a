export { getFeedFile as GET } from "@/lib/schedules/feed";
