/** What is wrong with a lock file, given its text and the text of package.json; nothing: an empty list. */
export function lockFaults(lockText: string, manifestText: string): string[];
