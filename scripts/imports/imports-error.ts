/** What the person at the keyboard can mend: the message says where, what, and how. Ends the script with exit code 2, without a stack trace. */
export class ImportsError extends Error {}
