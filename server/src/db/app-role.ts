/** The role under which the running program signs in: it may add to history, and never change it. */
export const APP_ROLE = 'mingfu_app'
