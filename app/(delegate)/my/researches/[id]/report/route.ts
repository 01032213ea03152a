export { getReportFile as GET } from "@/lib/researches/handlers";
