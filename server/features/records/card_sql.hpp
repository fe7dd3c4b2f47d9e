#pragma once

// What a list selects to fill records::Card, so that a feature's own list is one statement: SELECT RECORDS_CARD, own columns FROM
// records_v_records r RECORDS_CARD_OWNER JOIN own table. The owner's name is shown only where the owner itself is for everybody to see.
#define RECORDS_CARD                                                                                       \
    "r.id, r.kind, r.number, r.title, r.title_en, r.summary, r.address, r.visibility, r.state, r.area_id," \
    " r.happened_on, r.edited_at, r.owner_id, coalesce(o.title, '') AS owner_title, coalesce(o.address, '') AS owner_address"
#define RECORDS_CARD_OWNER " LEFT JOIN records_v_public o ON o.id = r.owner_id"
