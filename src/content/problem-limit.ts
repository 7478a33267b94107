/** Of the same kind in one file: nobody puts right more at once, and a hostile file could have a hundred thousand. */
export const problemLimit = 50;
