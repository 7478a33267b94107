/** Path below the language of the form “What is missing here?”. */
export const missingPath = 'mitmachen/fehlt/';
