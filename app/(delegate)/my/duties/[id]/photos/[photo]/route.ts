export { getPhotoOfDuty as GET } from "@/lib/duties/handlers";
