export { postReportFile as POST } from "@/lib/researches/handlers";
