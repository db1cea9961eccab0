/** What whoever asks about a migration that is not there any more is told. */
export const noMigration = 'Sundial keeps no migration of this id any more.';
