/** For a form on the phone whose button stays in its card: it is one part of a page, not what the page is for. */
export const inPlace = "[&_.send]:flex-wrap! [&_.send]:static! [&_.send]:mx-0! [&_.send]:mt-0! [&_.send]:mb-0! [&_.send]:border-0! [&_.send]:p-0!";
