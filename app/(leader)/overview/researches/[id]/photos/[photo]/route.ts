export { getPhotoOfFinding as GET } from "@/lib/researches/handlers";
