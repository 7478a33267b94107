/** How telephone numbers look in all countries; loaded only when somebody types one from abroad. */
export { default as metadata } from 'libphonenumber-js/min/metadata';
