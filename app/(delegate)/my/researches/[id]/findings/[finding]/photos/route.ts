export { postFindingPhoto as POST } from "@/lib/researches/handlers";
