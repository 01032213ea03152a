// Certificates are the office's (lib/certificates/policy); hours are duties, for whoever may know of them (lib/duties/policy).
export { may as mayCertify } from "@/lib/certificates/policy";
