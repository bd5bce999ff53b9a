import datetime
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('organizations', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Nomination',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('order', models.PositiveIntegerField(verbose_name='thứ tự')),
                ('year', models.PositiveSmallIntegerField(editable=False, verbose_name='năm')),
                ('recipient_detail', models.CharField(blank=True, max_length=300, verbose_name='chức vụ, đơn vị, địa chỉ')),
                ('honour', models.SlugField(verbose_name='danh hiệu, hình thức')),
                ('honour_name', models.CharField(max_length=100, verbose_name='tên danh hiệu, hình thức')),
                ('achievement', models.CharField(max_length=500, verbose_name='thành tích')),
                ('period', models.CharField(max_length=60, verbose_name='thời gian lập thành tích')),
                ('happened_on', models.DateField(blank=True, null=True, verbose_name='ngày xảy ra')),
                ('place', models.CharField(blank=True, max_length=200, verbose_name='nơi xảy ra')),
                ('period_key', models.CharField(editable=False, max_length=60)),
                ('state', models.CharField(choices=[('draft', 'Đang soạn'), ('sent', 'Đã gửi, chờ thẩm định'), ('received', 'Đã tiếp nhận, chờ thẩm định'), ('in_appraisal', 'Đang thẩm định'), ('returned', 'Trả lại để bổ sung'), ('withdrawn', 'Đã rút'), ('appraised', 'Đã thẩm định'), ('before_council', 'Đang trình Hội đồng'), ('deferred', 'Hội đồng hoãn xét'), ('approved', 'Được thông qua'), ('not_approved', 'Không được thông qua'), ('forwarded', 'Đã trình cấp trên'), ('returned_above', 'Cấp trên trả lại'), ('refused_above', 'Cấp trên không khen thưởng'), ('decided', 'Đã có quyết định')], db_index=True, default='draft', max_length=20, verbose_name='tình trạng')),
                ('procedure', models.CharField(choices=[('regular', 'Xét qua Hội đồng'), ('simplified', 'Thủ tục đơn giản')], default='regular', max_length=20, verbose_name='thủ tục')),
                ('procedure_since', models.DateField(default=datetime.date(2024, 1, 1), verbose_name='theo quy định từ ngày')),
                ('procedure_case', models.SlugField(blank=True, verbose_name='trường hợp áp dụng')),
                ('is_decided_above', models.BooleanField(default=False, verbose_name='cấp trên quyết định')),
                ('state_since', models.DateField(blank=True, null=True, verbose_name='ở bước này từ ngày')),
                ('arrived_on', models.DateField(blank=True, null=True, verbose_name='đến văn phòng ngày')),
                ('due_on', models.DateField(blank=True, null=True, verbose_name='hạn của bước này')),
                ('version', models.PositiveIntegerField(default=1)),
                ('folded', models.CharField(default='', editable=False, max_length=1000)),
                ('exact', models.CharField(default='', editable=False, max_length=1000)),
                ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.unit')),
                ('initiatives', models.ManyToManyField(blank=True, related_name='nominations', to='organizations.initiative', verbose_name='sáng kiến dùng để xét')),
                ('recipient', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='nominations', to='organizations.recipient')),
            ],
            options={
                'verbose_name': 'đề nghị khen thưởng',
                'verbose_name_plural': 'đề nghị khen thưởng',
                'ordering': ['submission', 'order'],
            },
        ),
        migrations.CreateModel(
            name='Attestation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('conditions', models.JSONField(verbose_name='điều kiện')),
                ('by_name', models.CharField(max_length=100, verbose_name='người xác nhận')),
                ('at', models.DateTimeField(verbose_name='lúc')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('nomination', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='attestations', to='nominations.nomination')),
            ],
            options={
                'verbose_name': 'xác nhận của đơn vị',
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='AchievementReport',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sections', models.JSONField(default=dict, verbose_name='các phần')),
                ('version', models.PositiveIntegerField(default=1)),
                ('updated_by_name', models.CharField(max_length=100, verbose_name='người viết')),
                ('updated_at', models.DateTimeField(verbose_name='viết lúc')),
                ('updated_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('nomination', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='achievement_report', to='nominations.nomination')),
            ],
            options={
                'verbose_name': 'báo cáo thành tích',
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='NominationStep',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=30, verbose_name='bước')),
                ('source', models.CharField(choices=[('draft', 'Đang soạn'), ('sent', 'Đã gửi, chờ thẩm định'), ('received', 'Đã tiếp nhận, chờ thẩm định'), ('in_appraisal', 'Đang thẩm định'), ('returned', 'Trả lại để bổ sung'), ('withdrawn', 'Đã rút'), ('appraised', 'Đã thẩm định'), ('before_council', 'Đang trình Hội đồng'), ('deferred', 'Hội đồng hoãn xét'), ('approved', 'Được thông qua'), ('not_approved', 'Không được thông qua'), ('forwarded', 'Đã trình cấp trên'), ('returned_above', 'Cấp trên trả lại'), ('refused_above', 'Cấp trên không khen thưởng'), ('decided', 'Đã có quyết định')], max_length=20, verbose_name='từ')),
                ('target', models.CharField(choices=[('draft', 'Đang soạn'), ('sent', 'Đã gửi, chờ thẩm định'), ('received', 'Đã tiếp nhận, chờ thẩm định'), ('in_appraisal', 'Đang thẩm định'), ('returned', 'Trả lại để bổ sung'), ('withdrawn', 'Đã rút'), ('appraised', 'Đã thẩm định'), ('before_council', 'Đang trình Hội đồng'), ('deferred', 'Hội đồng hoãn xét'), ('approved', 'Được thông qua'), ('not_approved', 'Không được thông qua'), ('forwarded', 'Đã trình cấp trên'), ('returned_above', 'Cấp trên trả lại'), ('refused_above', 'Cấp trên không khen thưởng'), ('decided', 'Đã có quyết định')], max_length=20, verbose_name='đến')),
                ('actor_name', models.CharField(max_length=100, verbose_name='người làm')),
                ('at', models.DateTimeField(verbose_name='lúc')),
                ('reason', models.CharField(blank=True, max_length=500, verbose_name='lý do')),
                ('actor', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('nomination', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='steps', to='nominations.nomination')),
            ],
            options={
                'verbose_name': 'bước xử lý',
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='Posting',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', models.CharField(max_length=300, verbose_name='về việc')),
                ('posted_on', models.DateField(verbose_name='từ ngày')),
                ('closes_on', models.DateField(verbose_name='đến hết ngày')),
                ('places', models.JSONField(default=list, verbose_name='nơi niêm yết')),
                ('contact', models.CharField(max_length=300, verbose_name='nơi nhận ý kiến')),
                ('source', models.CharField(blank=True, max_length=300, verbose_name='căn cứ')),
                ('created_by_name', models.CharField(max_length=100, verbose_name='người lập')),
                ('created_at', models.DateTimeField(verbose_name='lập lúc')),
                ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.unit')),
                ('created_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('nominations', models.ManyToManyField(related_name='postings', to='nominations.nomination', verbose_name='đề nghị được công khai')),
            ],
            options={
                'verbose_name': 'đợt công khai',
                'ordering': ['-posted_on', '-id'],
            },
        ),
        migrations.CreateModel(
            name='Opinion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('given_by', models.CharField(max_length=100, verbose_name='người có ý kiến')),
                ('address', models.CharField(blank=True, max_length=200, verbose_name='địa chỉ, điện thoại')),
                ('is_withheld', models.BooleanField(default=False, verbose_name='không nêu tên')),
                ('content', models.TextField(max_length=2000, verbose_name='nội dung')),
                ('received_on', models.DateField(verbose_name='ngày nhận')),
                ('recorded_by_name', models.CharField(max_length=100, verbose_name='người ghi')),
                ('answer', models.TextField(blank=True, max_length=2000, verbose_name='trả lời')),
                ('answered_by_name', models.CharField(blank=True, max_length=100, verbose_name='người trả lời')),
                ('answered_on', models.DateField(blank=True, null=True, verbose_name='ngày trả lời')),
                ('hold', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='opinions', to='organizations.hold', verbose_name='việc đang xem xét')),
                ('nomination', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='opinions', to='nominations.nomination', verbose_name='về trường hợp')),
                ('posting', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='opinions', to='nominations.posting')),
            ],
            options={
                'verbose_name': 'ý kiến về danh sách công khai',
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='ReportFingerprint',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('body_id', models.BigIntegerField()),
                ('value', models.BigIntegerField()),
                ('report', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='fingerprints', to='nominations.achievementreport')),
            ],
            options={
                'verbose_name': 'dấu vết câu chữ',
            },
        ),
        migrations.CreateModel(
            name='Submission',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('year', models.PositiveSmallIntegerField(verbose_name='năm')),
                ('kind', models.CharField(choices=[('merit', 'Theo công trạng và thành tích'), ('sudden', 'Đột xuất'), ('thematic', 'Phong trào thi đua, chuyên đề'), ('dedication', 'Quá trình cống hiến'), ('long_service', 'Theo niên hạn'), ('foreign', 'Đối ngoại')], max_length=20, verbose_name='loại khen thưởng')),
                ('title', models.CharField(max_length=300, verbose_name='về việc')),
                ('created_at', models.DateTimeField(verbose_name='lập lúc')),
                ('sent_on', models.DateField(blank=True, null=True, verbose_name='ngày gửi')),
                ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.unit')),
                ('created_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='submissions', to='organizations.unit', verbose_name='đơn vị đề nghị')),
            ],
            options={
                'verbose_name': 'danh sách đề nghị',
                'ordering': ['-created_at', '-id'],
            },
        ),
        migrations.AddField(
            model_name='nomination',
            name='submission',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='nominations', to='nominations.submission'),
        ),
        migrations.CreateModel(
            name='Verification',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('condition', models.CharField(max_length=200, verbose_name='mã điều kiện')),
                ('text', models.CharField(max_length=500, verbose_name='điều kiện')),
                ('answer', models.BooleanField(verbose_name='đạt')),
                ('reason', models.CharField(max_length=500, verbose_name='lý do')),
                ('by_name', models.CharField(max_length=100, verbose_name='người xác minh')),
                ('at', models.DateTimeField(verbose_name='lúc')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('nomination', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='verifications', to='nominations.nomination')),
            ],
            options={
                'verbose_name': 'xác minh',
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='FactsStatement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('about', models.CharField(choices=[('honours', 'Danh hiệu, hình thức khen thưởng đã được tặng'), ('initiatives', 'Sáng kiến, đề tài đã được công nhận'), ('discipline', 'Kỷ luật'), ('holds', 'Việc đang xem xét, thanh tra, khiếu nại, tố cáo')], max_length=20, verbose_name='danh mục')),
                ('by_name', models.CharField(max_length=100, verbose_name='người xác nhận')),
                ('at', models.DateTimeField(verbose_name='lúc')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('nomination', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='statements', to='nominations.nomination')),
            ],
            options={
                'verbose_name': 'xác nhận danh mục đầy đủ',
                'ordering': ['id'],
                'constraints': [models.UniqueConstraint(fields=('nomination', 'about'), name='statement_once')],
            },
        ),
        migrations.CreateModel(
            name='EvidenceFile',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=200, verbose_name='tên tệp')),
                ('note', models.CharField(blank=True, max_length=300, verbose_name='chứng minh điều gì')),
                ('format', models.CharField(choices=[('pdf', 'PDF'), ('docx', 'Word'), ('xlsx', 'Excel'), ('jpg', 'Ảnh chụp'), ('png', 'Ảnh')], max_length=10, verbose_name='loại tệp')),
                ('path', models.CharField(max_length=120)),
                ('sha256', models.CharField(max_length=64)),
                ('size', models.PositiveIntegerField(verbose_name='dung lượng')),
                ('added_by_name', models.CharField(max_length=100, verbose_name='người gửi')),
                ('added_at', models.DateTimeField(verbose_name='gửi lúc')),
                ('added_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('nomination', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='evidence', to='nominations.nomination')),
            ],
            options={
                'verbose_name': 'tệp minh chứng',
                'ordering': ['id'],
                'constraints': [models.UniqueConstraint(fields=('nomination', 'sha256'), name='evidence_file_once'), models.CheckConstraint(condition=models.Q(('format__in', ['pdf', 'docx', 'xlsx', 'jpg', 'png'])), name='evidence_file_format_known'), models.CheckConstraint(condition=models.Q(('size__gt', 0), models.Q(('path', ''), _negated=True)), name='evidence_file_is_somewhere')],
            },
        ),
        migrations.CreateModel(
            name='Assessment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('moment', models.CharField(choices=[('drafted', 'Khi soạn'), ('received', 'Khi tiếp nhận'), ('before_vote', 'Trước khi biểu quyết')], max_length=20, verbose_name='thời điểm')),
                ('as_of', models.DateField(verbose_name='ngày áp dụng')),
                ('verdict', models.CharField(choices=[('met', 'Đủ'), ('not_met', 'Chưa đủ'), ('undetermined', 'Cần xác minh')], max_length=20, verbose_name='kết quả')),
                ('receipt', models.TextField(verbose_name='phiếu đánh giá')),
                ('corpus', models.CharField(max_length=64, verbose_name='mã kho quy định')),
                ('made_at', models.DateTimeField(verbose_name='lập lúc')),
                ('nomination', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='assessments', to='nominations.nomination')),
            ],
            options={
                'verbose_name': 'phiếu đánh giá',
                'ordering': ['id'],
                'indexes': [models.Index(fields=['nomination', '-id'], name='nominations_nominat_50aea8_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(('verdict__in', ['met', 'not_met', 'undetermined'])), name='assessment_verdict_known'), models.CheckConstraint(condition=models.Q(models.Q(('receipt', ''), _negated=True), models.Q(('corpus', ''), _negated=True)), name='assessment_has_its_receipt')],
            },
        ),
        migrations.AddConstraint(
            model_name='achievementreport',
            constraint=models.CheckConstraint(condition=models.Q(('version__gt', 0)), name='achievement_report_has_version'),
        ),
        migrations.AddIndex(
            model_name='posting',
            index=models.Index(fields=['body', 'closes_on'], name='nominations_body_id_dd2da8_idx'),
        ),
        migrations.AddConstraint(
            model_name='posting',
            constraint=models.CheckConstraint(condition=models.Q(('closes_on__gte', models.F('posted_on'))), name='posting_ends_after_it_begins'),
        ),
        migrations.AddConstraint(
            model_name='opinion',
            constraint=models.CheckConstraint(condition=models.Q(('content', ''), _negated=True), name='opinion_says_something'),
        ),
        migrations.AddConstraint(
            model_name='opinion',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('answer', ''), ('answered_on__isnull', True)), models.Q(('answered_on__isnull', False), models.Q(('answer', ''), _negated=True)), _connector='OR'), name='opinion_is_answered_in_words'),
        ),
        migrations.AddIndex(
            model_name='reportfingerprint',
            index=models.Index(fields=['body_id', 'value'], name='nominations_body_id_7eed3c_idx'),
        ),
        migrations.AddConstraint(
            model_name='reportfingerprint',
            constraint=models.UniqueConstraint(fields=('report', 'value'), name='report_fingerprint_once'),
        ),
        migrations.AddIndex(
            model_name='nomination',
            index=models.Index(fields=['body', 'state', '-id'], name='nominations_body_id_de70c7_idx'),
        ),
        migrations.AddIndex(
            model_name='nomination',
            index=models.Index(fields=['body', 'year', '-id'], name='nominations_body_id_225adf_idx'),
        ),
        migrations.AddIndex(
            model_name='nomination',
            index=models.Index(fields=['body', 'year', 'due_on'], name='nominations_body_id_e62c59_idx'),
        ),
        migrations.AddConstraint(
            model_name='nomination',
            constraint=models.UniqueConstraint(fields=('submission', 'order'), name='nomination_order_once'),
        ),
        migrations.AddConstraint(
            model_name='nomination',
            constraint=models.UniqueConstraint(condition=models.Q(('state__in', ['withdrawn', 'not_approved', 'refused_above']), _negated=True), fields=('recipient', 'honour', 'period_key'), name='nomination_once_for_a_period'),
        ),
        migrations.AddConstraint(
            model_name='nomination',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['draft', 'sent', 'received', 'in_appraisal', 'returned', 'withdrawn', 'appraised', 'before_council', 'deferred', 'approved', 'not_approved', 'forwarded', 'returned_above', 'refused_above', 'decided'])), name='nomination_state_known'),
        ),
        migrations.AddConstraint(
            model_name='nomination',
            constraint=models.CheckConstraint(condition=models.Q(('procedure__in', ['regular', 'simplified'])), name='nomination_procedure_known'),
        ),
        migrations.AddConstraint(
            model_name='nomination',
            constraint=models.CheckConstraint(condition=models.Q(('is_decided_above', True), models.Q(('state__in', ['forwarded', 'returned_above', 'refused_above']), _negated=True), _connector='OR'), name='nomination_above_only_what_others_decide'),
        ),
        migrations.AddConstraint(
            model_name='verification',
            constraint=models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='verification_has_its_reason'),
        ),
    ]
