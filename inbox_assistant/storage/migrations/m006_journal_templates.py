"""Let the journal hold templates whole, and templates stage tags."""

STATEMENTS = (
    "alter table template add column tags text not null default ''",  # comma separated
    # Entries so far lack what was not asked for then; each template is told once
    # more, just after its last change, so that the file can be rebuilt from entries.
    """insert into journal (entry_id, schema, desk, agent, at, action, thread, undoes,
        data)
    select lower(hex(randomblob(16))), 1,
        coalesce((select value from fact where name = 'desk'), ''), '', updated_at + 1,
        iif(hidden, 'template-removed', 'template-saved'), null, null,
        iif(
            hidden,
            json_object('key', key),
            json_object(
                'body', body, 'holding', json(iif(holding, 'true', 'false')),
                'key', key, 'language', language, 'marketplace', marketplace,
                'promise_days', promise_days, 'tags', json_array(),
                'title', title,
                'topics', json(
                    iif(
                        topics = '',
                        '[]',
                        '["' || replace(topics, ',', '","') || '"]'
                    )
                )
            )
        )
    from template order by key""",
    "update template set updated_at = updated_at + 1",
)
