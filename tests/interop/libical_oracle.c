/* What libical reads in calendar files.
 *
 * For each FILE: "FILE<TAB>name<TAB>errors<TAB>restrictions met (1 or 0)", then per VEVENT
 * "uid<TAB>start<TAB>end", times in seconds since 1970 UTC, the end "-" where there is none.
 */
#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>

static char *whole(const char *name)
{
    FILE *file = fopen(name, "rb");
    if (!file || fseek(file, 0, SEEK_END))
        return NULL;
    long size = ftell(file);
    rewind(file);
    char *text = malloc(size + 1);
    if (!text || fread(text, 1, size, file) != (size_t) size)
        return NULL;
    text[size] = 0;
    fclose(file);
    return text;
}

static long long seconds(struct icaltimetype time)
{
    return (long long) icaltime_as_timet_with_zone(time, time.zone);
}

int main(int count, char **names)
{
    for (int i = 1; i < count; i++) {
        char *text = whole(names[i]);
        icalcomponent *root = text ? icalparser_parse_string(text) : NULL;
        if (!root) {
            fprintf(stderr, "%s: not a calendar\n", names[i]);
            return 1;
        }
        int errors = icalcomponent_count_errors(root);
        printf("FILE\t%s\t%d\t%d\n", names[i], errors, icalrestriction_check(root) ? 1 : 0);
        icalcomponent *event = icalcomponent_get_first_component(root, ICAL_VEVENT_COMPONENT);
        for (; event; event = icalcomponent_get_next_component(root, ICAL_VEVENT_COMPONENT)) {
            printf("%s\t%lld\t", icalcomponent_get_uid(event), seconds(icalcomponent_get_dtstart(event)));
            if (icalcomponent_get_first_property(event, ICAL_DTEND_PROPERTY))
                printf("%lld\n", seconds(icalcomponent_get_dtend(event)));
            else
                printf("-\n");
        }
        icalcomponent_free(root);
        free(text);
    }
    return 0;
}
