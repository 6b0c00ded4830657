-- A later version may move a battery to another model, plant or year, and a battery that is taken over stands on a claim too.

grant update (recycled_content) on passport to denchi_service;
comment on column passport.recycled_content is 'The subject of the recycled-content record of its model, plant and year as its current version has them, whether there is one or not; null for batteries from before this column until their next version.';
