/** A failure with the word that `emissions-error` gives as its reason. */
export const fault = (reason, message) => Object.assign(Error(message), { reason });
